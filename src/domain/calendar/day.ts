/** A plain day in Asia/Shanghai, 'YYYY-MM-DD'. Days compare and sort as text. */
export type Day = string;
