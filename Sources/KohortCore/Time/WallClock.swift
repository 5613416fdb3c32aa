/// Where the time comes from: the machine in the daemon, a fixed value in tests.
package struct WallClock: Sendable {
    private let read: @Sendable () -> Instant

    package init(_ read: @escaping @Sendable () -> Instant) { self.read = read }

    package var now: Instant { read() }
    package static let system = WallClock { .now }
}
