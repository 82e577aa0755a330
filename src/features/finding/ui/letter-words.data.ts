import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import { fixedWording } from '#features/verification/ui/wording.data.ts';

/** Every character that a letter's page can show beside what the letter itself says. */
export const fixedLetterWords = [
  fixedWording,
  ...Object.values(resultWords),
  ...Object.values(followUpWords),
  '检查结果告知书编号依据情况后续处理整改要求期限没有检查企业意见签名人现场记录的检查单位备案入企执法人员照片张存发出下载有疑问对不同请与或者联系校验值',
  '结果已撤下这份告知书理由核对链接是否完整打电话给本地优化营商环境工作机构第页共年月日—：，。、（）〔〕《》0123456789',
].join('');
