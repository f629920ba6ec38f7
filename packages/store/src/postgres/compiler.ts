import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from "kysely";
import type { PostgresStatement, PostgresValue } from "./database.js";

/** Builds and compiles only; statements run on the driver directly. */
const compiler = new Kysely<object>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Without a name: the server then plans for these very values. */
export function compile(query: RawBuilder<unknown>): PostgresStatement {
  const { sql, parameters } = query.compile(compiler);
  return { text: sql, values: parameters as readonly PostgresValue[] };
}
