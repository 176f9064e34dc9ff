// Preloaded into every child of the demo: when the parent is gone, even by `kill -9`, the channel breaks and the child
// ends as if it had been asked to, or at once where it does not listen.
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), 3_000).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
