// Drags the sliders under the race in a real Firefox, presses their keys, and prints what the page then says, as JSON.
// node firefox.mjs <path of Firefox> <address of the race> <how many places of each slider>

import puppeteer from "puppeteer-core";

const [executablePath, address, places] = process.argv.slice(2);
const THUMB = 24;
const READY = ".descent-axis-input:not([max='0'])";
const slider = (axis) => `.descent-axis-input[data-axis=${axis}]`;

const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });
const complaints = [];
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
  await page.setViewport({ width: 1366, height: 768 });
  await page.goto(address);
  await page.waitForSelector(`${READY}[data-axis=rate]`);
  await page.waitForSelector(`${READY}[data-axis=momentum]`);
  await page.waitForFunction(() => document.querySelector("[data-testid=stApp]").dataset.testScriptState === "notRunning");
  await page.click("[data-act=end]");

  const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const said = (axis) => page.$eval(slider(axis), (input) => input.ariaValueText);
  const board = () =>
    page.evaluate(() =>
      Object.fromEntries(
        [...document.querySelectorAll(".descent-scoreboard [data-track]")].map((row) => [
          row.dataset.track,
          [...row.children].slice(1).map((cell) => cell.textContent),
        ]),
      ),
    );

  const drags = [];
  for (const axis of ["rate", "momentum"]) {
    const box = await (await page.$(slider(axis))).boundingBox();
    const [last, begin] = await page.$eval(slider(axis), ({ max, value }) => [Number(max), Number(value)]);
    const across = (stop) => box.x + THUMB / 2 + (stop / last) * (box.width - THUMB);
    const level = box.y + box.height / 2;
    await page.mouse.move(across(begin), level);
    await page.mouse.down();
    for (let place = 0; place < places; place++) {
      await page.mouse.move(across(Math.round((place * last) / (places - 1))), level);
      await drawn();
      drags.push({ axis, said: await said(axis), board: await board() });
    }
    await page.mouse.move(across(begin), level);
    await page.mouse.up();
  }

  await page.focus(slider("rate"));
  const keys = [];
  for (const key of ["ArrowRight", "PageUp", "Home", "End"]) {
    await page.keyboard.press(key);
    keys.push([key, await said("rate")]);
  }
  await page.waitForFunction(
    (place) => new URL(location.href).searchParams.get("rate") === document.querySelector(place).ariaValueText.split(":")[0],
    {},
    slider("rate"),
  );
  process.stdout.write(JSON.stringify({ drags, keys, address: page.url(), complaints }));
} finally {
  await browser.close();
}
