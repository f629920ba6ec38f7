// The public API of @org/simulator. A line added here is a promise; never `export *`.
export {
  type ApplicationFacts,
  describeScenario,
  type PersonFacts,
  type ProblemFacts,
  type ScenarioDescription,
} from "./describe-scenario.js";
export { type ScenarioName, type SimulateOptions, scenarios, simulate } from "./simulate.js";
export { defaultTenantId, describeTenant, type TenantFacts } from "./tenant.js";
