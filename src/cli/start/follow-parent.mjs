// Loaded into the web server: when the program that started it is gone, it stops as well.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
