/** What bpmnlint asks of a journey: its recommended rules and those for Camunda 7.24, without these. */
export const LINT = {
  extends: ['bpmnlint:recommended', 'plugin:camunda-compat/camunda-platform-7-24'],
  rules: {
    // A customer is at one place of a journey at a time, so that alternative ways may meet in a step or a gateway: a
    // diamond in front of it would say nothing.
    'fake-join': 'off',
    'no-gateway-join-fork': 'off'
  }
};
