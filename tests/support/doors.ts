import { createKeyAction, revokeKeyAction } from '#features/api-key/actions.ts';
import { checkChainAction } from '#features/audit/actions.ts';
import * as declaration from '#features/declaration/actions.ts';
import * as draw from '#features/draw/actions.ts';
import * as enterprise from '#features/enterprise/actions.ts';
import * as filing from '#features/filing/actions.ts';
import * as inspector from '#features/inspector/actions.ts';
import * as joint from '#features/joint-visit/actions.ts';
import * as matter from '#features/matter/actions.ts';
import * as merge from '#features/merge/actions.ts';
import { publishPlanAction } from '#features/plan/actions.ts';
import * as register from '#features/register/actions.ts';
import { keepRestAction, takeStepAction, undoStepAction } from '#features/review/actions.ts';
import { closeSessionAction, openSessionAction, revokeSessionAction } from '#features/session/actions.ts';
import * as sheet from '#features/sheet/actions.ts';
import { disableUserAction, enableUserAction } from '#features/user/actions.ts';
import type { FormAction } from '#platform/form-action.ts';
import { demoPassword } from '#seed/accounts.data.ts';
import { lineForm, planYear } from './declarations.ts';
import { amendmentDoors } from './doors/amendment.ts';
import { batchDoors } from './doors/batch.ts';
import { emergencyDoors } from './doors/emergency.ts';
import { feedbackDoors } from './doors/feedback.ts';
import { findingDoors } from './doors/finding.ts';
import { notificationDoors } from './doors/notification.ts';
import { visitDoors } from './doors/visit.ts';
import { webhookDoors } from './doors/webhook.ts';
import { formOf, plannedVisit, visitYear } from './requests.ts';
import { reviewYear } from './review.ts';
import type { Targets } from './targets.ts';

export type Fields = Readonly<Record<string, string | readonly string[] | File>>;

/** One server action: how it is pressed on a target, and what somebody hears whose scope does not reach that target. */
export type Door = {
  readonly action: FormAction;
  readonly fields: (target: Targets) => Fields;
  readonly foreign: 'notFound' | 'notFoundElsewhere' | 'invalid' | 'ownThings';
};

const reason = '理由';
const form = ({ draft, story }: Targets): Fields => formOf(draft, plannedVisit(story)) as unknown as Fields;
const matterFields: Fields = {
  ...{
    name: '事项',
    category: 'daily',
    form: 'onsite',
    basisInstrument: '条例',
    basisArticle: '第一条',
    specialField: '',
    mergeableGroup: '',
  },
  ...{ group: 'amr-market', maxPerYear: '1' },
};
const on = (action: FormAction, fields: Door['fields']): Door => ({ action, fields, foreign: 'notFound' });

/** Every server action by the name under which it is registered. */
export const doors: Readonly<Record<string, Door>> = {
  // Every agency of the district may visit its enterprises.
  'draft.start': { action: filing.startDraftAction, fields: ({ enterprise }) => ({ enterprise }), foreign: 'notFoundElsewhere' },
  'draft.save': on(filing.saveDraftAction, form),
  'draft.discard': on(filing.discardDraftAction, ({ draft }) => ({ draft })),
  'filing.submit': on(filing.submitFilingAction, form),
  'filing.approve': on(filing.approveFilingAction, ({ submitted }) => ({ filing: submitted })),
  'filing.returnToFiler': on(filing.returnFilingAction, ({ submitted }) => ({ filing: submitted, reason })),
  'filing.decide': on(filing.decideFilingAction, ({ held }) => ({ filing: held, decision: 'filed', reason })),
  'filing.revoke': on(filing.revokeFilingAction, ({ filed }) => ({ filing: filed, reason })),
  'filing.withdraw': on(filing.withdrawFilingAction, ({ filed }) => ({ filing: filed, reason })),
  'filing.revise': on(filing.reviseFilingAction, ({ returned }) => ({ filing: returned })),
  'declaration.begin': {
    action: declaration.beginDeclarationAction,
    fields: () => ({ year: String(planYear), kind: 'special', approvalDocument: reason }),
    foreign: 'ownThings',
  },
  'declaration.cite': on(declaration.nameApprovalAction, (target) => ({ declaration: target.declaration, approvalDocument: reason })),
  'declaration.addLine': on(declaration.addLineAction, (target) => ({ declaration: target.declaration, ...lineForm() })),
  'declaration.changeLine': on(declaration.changeLineAction, ({ line }) => ({ line, ...lineForm() })),
  'declaration.removeLine': on(declaration.removeLineAction, ({ line }) => ({ line })),
  'declaration.submit': on(declaration.submitDeclarationAction, (target) => ({ declaration: target.declaration })),
  'declaration.approve': on(declaration.approveDeclarationAction, ({ sentDeclaration, sentAt }) => ({
    declaration: sentDeclaration,
    submittedAt: sentAt,
  })),
  'declaration.returnToFiler': on(declaration.returnDeclarationAction, ({ sentDeclaration }) => ({ declaration: sentDeclaration, reason })),
  'review.take': on(takeStepAction, ({ reviewLine }) => ({ year: String(reviewYear), action: 'keep', line: reviewLine })),
  'review.keepRest': { action: keepRestAction, fields: () => ({ year: '2098', filter: '' }), foreign: 'ownThings' },
  'review.undo': on(undoStepAction, ({ reviewStep }) => ({ step: reviewStep })),
  'sheet.upload': {
    action: sheet.uploadSheetAction,
    fields: () => ({ year: String(planYear), file: new File(['x'], '申报表.xlsx') }),
    foreign: 'ownThings',
  },
  'sheet.mend': on(sheet.mendSheetAction, (target) => ({ sheet: target.sheet, intent: 'write', cell: 'F4', text: '三季度' })),
  'sheet.import': on(sheet.importSheetAction, (target) => ({ sheet: target.sheet })),
  'sheet.undo': on(sheet.undoImportAction, ({ importedSheet }) => ({ sheet: importedSheet })),
  'plan.publish': {
    action: publishPlanAction,
    fields: () => ({ year: String(planYear), base: '9999', seen: '0'.repeat(64), note: reason }),
    foreign: 'ownThings',
  },
  'matter.proposeAddition': {
    action: matter.proposeAdditionAction,
    fields: () => ({ ...matterFields, group: 'nothing', reason }),
    foreign: 'ownThings',
  },
  'matter.proposeChange': on(matter.proposeChangeAction, (target) => ({ matter: target.matter, ...matterFields, reason })),
  'matter.proposeWithdrawal': on(matter.proposeWithdrawalAction, (target) => ({ matter: target.matter, reason })),
  'matter.decide': on(matter.decideProposalAction, ({ matterProposal }) => ({ proposal: matterProposal, decision: 'refused', reason })),
  'merge.run': { action: merge.runMergeAction, fields: () => ({ year: String(planYear), seconds: '30' }), foreign: 'ownThings' },
  'merge.stop': on(merge.stopMergeAction, ({ mergeRun }) => ({ run: mergeRun })),
  'merge.decide': on(merge.decideMergeAction, ({ mergeProposal }) => ({ proposal: mergeProposal, choice: 'refuse', reason })),
  'jointVisit.join': on(joint.joinVisitAction, ({ jointEnterprise, jointOne, jointOther, agency }) => ({
    ...{ enterprise: jointEnterprise, outcomes: [jointOne, jointOther], lead: agency },
  })),
  'jointVisit.joinAll': { action: joint.joinAllVisitsAction, fields: () => ({}), foreign: 'ownThings' },
  'jointVisit.part': on(joint.partVisitAction, ({ jointVisit }) => ({ jointVisit, reason })),
  'draw.prepare': on(draw.prepareDrawAction, ({ undrawnEntry }) => ({ entry: undrawnEntry })),
  'draw.join': on(draw.joinDrawAction, ({ preparedDraw, undrawnEntry }) => ({ draw: preparedDraw, entry: undrawnEntry })),
  'draw.leave': on(draw.leaveDrawAction, ({ preparedDraw, undrawnEntry }) => ({ draw: preparedDraw, entry: undrawnEntry })),
  'draw.discard': on(draw.discardDrawAction, ({ preparedDraw }) => ({ draw: preparedDraw })),
  'draw.freeze': on(draw.freezeDrawAction, ({ preparedDraw }) => ({ draw: preparedDraw })),
  // Whoever a frozen record names may object to it, from anywhere.
  'draw.object': {
    action: draw.objectDrawAction,
    fields: ({ story }) => ({
      ...{ district: story.districtCode, no: '2098-1', who: 'nobody', name: reason, phone: '19900000000', text: reason },
    }),
    foreign: 'ownThings',
  },
  'draw.answer': on(draw.answerObjectionAction, ({ objection }) => ({ objection, decision: 'rejected', answer: reason })),
  'draw.commit': on(draw.commitDrawAction, ({ frozenDraw }) => ({ draw: frozenDraw, commitment: '0'.repeat(64) })),
  'draw.reveal': on(draw.revealDrawAction, ({ frozenDraw }) => ({ draw: frozenDraw, secret: '0'.repeat(64) })),
  'draw.number': on(draw.typeNumberAction, ({ frozenDraw }) => ({ draw: frozenDraw, digits: '123' })),
  'draw.run': on(draw.runDrawAction, ({ frozenDraw }) => ({ draw: frozenDraw })),
  'draw.publish': on(draw.publishDrawAction, ({ frozenDraw }) => ({ draw: frozenDraw })),
  'draw.retry': on(draw.retryDrawAction, ({ frozenDraw }) => ({ draw: frozenDraw, note: reason })),
  'draw.void': on(draw.voidDrawAction, ({ frozenDraw }) => ({ draw: frozenDraw, reason: 'recordWrong', note: reason })),
  'draw.replace': on(draw.replaceTargetAction, ({ outcome }) => ({ outcome, reason: 'closed', note: reason })),
  'draw.add': on(draw.addTargetAction, ({ frozenDraw, undrawnEntry }) => ({ draw: frozenDraw, entry: undrawnEntry, note: reason })),
  'register.upload': {
    action: register.uploadRegisterAction,
    fields: () => ({ file: new File(['x'], '名录.xlsx') }),
    foreign: 'ownThings',
  },
  'register.mend': on(register.mendRowAction, (target) => ({ import: target.registerImport, row: '2', field: 'name', text: '改名' })),
  'register.import': on(register.importRegisterAction, (target) => ({ import: target.registerImport })),
  'register.undo': on(register.undoRegisterAction, ({ importedRegister }) => ({ import: importedRegister })),
  'enterprise.merge': on(enterprise.mergeEnterprisesAction, (target) => ({
    ...{ one: target.enterprise, other: target.twin, kept: target.enterprise, reason },
  })),
  'enterprise.unmerge': on(enterprise.undoMergeAction, ({ enterpriseMerge }) => ({ merge: enterpriseMerge })),
  'inspector.change': on(inspector.changeInspectorAction, (target) => ({ inspector: target.inspector, seen: '0'.repeat(32) })),
  'inspector.recuse': on(inspector.recuseInspectorAction, (target) => ({ inspector: target.inspector, enterprise: '企业', reason })),
  'inspector.endRecusal': on(inspector.endRecusalAction, (target) => ({ inspector: target.inspector, enterprise: target.enterprise })),
  'user.disable': on(disableUserAction, ({ user }) => ({ user })),
  'user.enable': on(enableUserAction, ({ disabledUser }) => ({ user: disabledUser })),
  'session.revoke': on(revokeSessionAction, ({ session }) => ({ session })),
  'apiKey.revoke': on(revokeKeyAction, ({ key }) => ({ key })),
  'apiKey.create': { action: createKeyAction, fields: ({ agency }) => ({ agency, label: reason }), foreign: 'invalid' },
  ...amendmentDoors,
  ...batchDoors,
  ...emergencyDoors,
  ...feedbackDoors,
  ...findingDoors,
  ...notificationDoors,
  ...visitDoors,
  ...webhookDoors,
  'audit.check': { action: checkChainAction, fields: () => ({ year: String(visitYear) }), foreign: 'ownThings' },
  'session.close': { action: closeSessionAction, fields: () => ({}), foreign: 'ownThings' },
  'session.open': {
    action: openSessionAction,
    fields: ({ story }) => ({ district: story.districtCode, username: 'nobody', password: demoPassword }),
    foreign: 'ownThings',
  },
};
