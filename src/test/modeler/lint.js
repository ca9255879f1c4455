/** What bpmnlint asks of a journey. */
export const LINT = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'],
  rules: {
  }
};
