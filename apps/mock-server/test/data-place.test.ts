import { expect, it } from "vitest";
import { describeDataPlace } from "../src/data-place.js";

it.each([
  [":memory:", undefined],
  ["events.db", "events.db"],
  ["postgres://me:hunter2@db.example:5433/log", "PostgreSQL, db.example:5433/log"],
  ["postgresql:///log?password=hunter2&host=/run/hunter2", "PostgreSQL"],
  ["postgres://me:hunter2@db/log?password=hunter2#hunter2", "PostgreSQL, db/log"],
  ["postgres://me:hunter2@[no", "PostgreSQL"],
])("shows of %s no more than where it is", (data, place) => {
  expect(describeDataPlace(data)).toBe(place);
});
