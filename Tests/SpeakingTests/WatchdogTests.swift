import Testing

@testable import Speaking

@Suite struct WatchdogTests {
  @Test func itBitesWhenNothingComes() async {
    let watchdog = Watchdog()
    watchdog.expect(within: .zero)
    await confirmation { bitten in
      await watchdog.watch { bitten() }
    }
  }

  @Test func itNeverBitesWhenNothingIsExpected() async {
    let watchdog = Watchdog()
    watchdog.expect(within: .zero)
    watchdog.expectNothing()
    await confirmation(expectedCount: 0) { bitten in
      let watching = Task { await watchdog.watch { bitten() } }
      try? await Task.sleep(for: .milliseconds(1_500))
      watching.cancel()
      await watching.value
    }
  }
}
