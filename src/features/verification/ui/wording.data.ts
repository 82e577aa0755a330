/** Every character of the code pages' fixed wording, for the font that only they load; a test compares it with their sources. */
export const fixedWording = [
  ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~—　、。《',
  '》一三上不业个么事二于五人什仍他以们件企优伪但位作依值入六其再写况准凭出分利到前化单可右号后告员周和商四回在地址填境备大天太始字宁实对小少尚工已年并应开式录急您情我或手打执拒据提撤收效数文无日时是月有',
  '举价公办室待报样看补评负责问',
  '未本机权束条构查标核案检模次正此母没法点环现班电的真码示符算紧繁经结给绝编网置者能营行表被角记证诉试话请费超跳输过还这进连逐通钟销长间页项频验，：；',
].join('');
