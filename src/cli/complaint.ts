/** A refusal to start that tells the operator, in Chinese, what is wrong and what to do. Printed without a stack. */
export class Complaint extends Error {
  constructor(problem: string, ...advice: string[]) {
    super([problem, ...advice.map((line) => `  · ${line}`)].join('\n'));
    this.name = 'Complaint';
  }
}
