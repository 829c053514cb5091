"""What controls that several chapters have are called."""

from text import Text

OPTIMIZER = Text(ko="최적화 기법", en="Optimizer")
RATE = Text(ko="학습률 n", en="Learning rate n")
SEED = Text(ko="난수 시드", en="Seed")
STEPS = Text(ko="학습 스텝 수", en="Training steps")
