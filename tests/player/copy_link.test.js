import assert from "node:assert/strict";
import { test } from "node:test";

import { unanswered } from "../../stage/player/page/copy_link.js";

test("a question forgets what was answered, and asks what it is told to", () => {
  const href = "https://descent.example/race?rate=1.05&answer=diverges-12345678&lang=ko#top";
  assert.equal(unanswered(href, "fate.gd"), "https://descent.example/race?rate=1.05&lang=ko&ask=fate.gd#top");
});

test("a page that asks by itself asks again where it was told not to", () => {
  assert.equal(unanswered("http://127.0.0.1/scenes?scene=bounce&ask=off", ""), "http://127.0.0.1/scenes?scene=bounce");
});
