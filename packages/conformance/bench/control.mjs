// Preloaded into a measured server: tells the parent, over IPC, how much CPU time the whole process has used.
process.on("message", (message) => {
  if (message === "cpu") process.send(process.cpuUsage());
});
// The channel must not keep a server alive that wants to stop.
process.channel?.unref();
