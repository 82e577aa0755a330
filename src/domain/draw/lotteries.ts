/**
 * The lotteries whose issues may take part in a seed, with how many digits an announcement has, written one after the other as printed
 * (a ball is two digits). The name stands in the frozen record, so the shape of the number is settled before anybody can know it.
 */
export const lotteryDigits: ReadonlyMap<string, number> = new Map([
  ['双色球', 14],
  ['超级大乐透', 14],
  ['七乐彩', 16],
  ['快乐8', 40],
  ['福彩3D', 3],
  ['排列3', 3],
  ['排列5', 5],
]);

export const lotteries: readonly string[] = [...lotteryDigits.keys()];
