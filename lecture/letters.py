"""Signs that several slides write otherwise than this app."""

from lecture.slide import Letter
from text import Text

PREDICTION = Letter("ỹ", "ŷ", Text(ko="모델의 예측", en="what the model predicts"))
RATE = Letter("α", "n", Text(ko="학습률", en="the learning rate"))
