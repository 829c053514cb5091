// The ground of a relief as Plotly draws it: how high it is anywhere, and what it hides.

/** Trails lie this share of the whole height above the ground, so that it does not swallow them. */
const LIFT = 0.012;

export class Ground {
  /**
   * @param {{x: ArrayLike<number>, y: ArrayLike<number>, z: ArrayLike<ArrayLike<number>>}} trace
   *   a surface trace, the way Plotly has unpacked it
   */
  constructor({ x, y, z }) {
    this.z = z;
    this.columns = x.length;
    this.rows = y.length;
    this.left = x[0];
    this.bottom = y[0];
    this.cellWidth = (x[x.length - 1] - x[0]) / (x.length - 1);
    this.cellHeight = (y[y.length - 1] - y[0]) / (y.length - 1);
    let [lowest, highest] = [Infinity, -Infinity];
    for (const row of Array.from(z))
      for (const height of Array.from(row)) if (Number.isFinite(height)) [lowest, highest] = [Math.min(lowest, height), Math.max(highest, height)]; // a hole is nan
    this.highest = highest;
    this.lift = LIFT * (highest - lowest);
  }

  /**
   * The height of the drawn ground; nan outside.
   * @param {number} x
   * @param {number} y
   */
  height(x, y) {
    const column = (x - this.left) / this.cellWidth;
    const row = (y - this.bottom) / this.cellHeight;
    if (!(column >= -1e-4 && row >= -1e-4 && column <= this.columns - 1 + 1e-4 && row <= this.rows - 1 + 1e-4)) return NaN;
    const i = Math.max(0, Math.min(this.columns - 2, Math.floor(column)));
    const j = Math.max(0, Math.min(this.rows - 2, Math.floor(row)));
    const [a, b] = [column - i, row - j];
    const [near, far] = [this.z[j], this.z[j + 1]];
    return (1 - b) * ((1 - a) * near[i] + a * near[i + 1]) + b * ((1 - a) * far[i] + a * far[i + 1]);
  }

  /**
   * Whether the ground stands between a place and the eye: looked up cell by cell on the way there.
   * @param {number} x
   * @param {number} y
   * @param {number} z
   * @param {[number, number, number]} towardsEye
   */
  hides(x, y, z, [dx, dy, dz]) {
    const cells = Math.max(Math.abs(dx) / this.cellWidth, Math.abs(dy) / this.cellHeight);
    if (cells === 0) return dz < 0;
    const [stepX, stepY, stepZ] = [dx / cells, dy / cells, dz / cells];
    if (stepZ < 0) return true; // looked at from below
    for (let i = 1; i < this.columns + this.rows; i++) {
      const over = z + i * stepZ;
      if (over > this.highest) return false;
      const height = this.height(x + i * stepX, y + i * stepY);
      if (Number.isNaN(height)) return false;
      if (height > over) return true;
    }
    return false;
  }
}
