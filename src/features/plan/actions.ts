'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { publishPlan } from './commands/publish-plan.ts';
import { planPublication } from './schema.ts';

export const publishPlanAction = formAction({
  name: 'plan.publish',
  permission: 'plan.publish',
  scope: officeScope,
  input: planPublication,
  command: publishPlan,
  then: ({ version, district }, { year }) => `/plans/${district}/${year}?version=${version}`,
});
