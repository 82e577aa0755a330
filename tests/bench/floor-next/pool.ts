import pg from 'pg';

/** One pool of the size that the product has. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20, options: '-c timezone=UTC' });
