import Testing

@Test func roomStands() {}
