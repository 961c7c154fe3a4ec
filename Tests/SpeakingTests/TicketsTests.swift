import Testing

@testable import Speaking

@Suite struct TicketsTests {
  @Test func noMoreAreOutThanMayBe() async {
    let tickets = Tickets(count: 20, ahead: 3)
    for number in 0..<3 { #expect(await tickets.take() == number) }
    let fourth = Task { await tickets.take() }
    for _ in 0..<100 { await Task.yield() }
    tickets.release()
    #expect(await fourth.value == 3)
  }

  @Test func everyNumberGoesOutOnce() async {
    let tickets = Tickets(count: 1_000, ahead: 10)
    let taken = await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<7 {
        group.addTask {
          var taken: [Int] = []
          while let number = await tickets.take() {
            taken.append(number)
            tickets.release()
          }
          return taken
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(taken.sorted() == Array(0..<1_000))
  }

  @Test func closingWakesWhoeverWaits() async {
    let tickets = Tickets(count: 5, ahead: 1)
    #expect(await tickets.take() == 0)
    let waiting = (0..<3).map { _ in Task { await tickets.take() } }
    for _ in 0..<100 { await Task.yield() }
    tickets.close()
    for task in waiting { #expect(await task.value == nil) }
    #expect(await tickets.take() == nil)
  }
}
