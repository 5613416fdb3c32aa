import Synchronization

/// How often something took how long, by upper bounds in seconds; counts from any thread.
package final class Histogram: Sendable {
    /// What was counted up to a moment. `counts` has one more than `bounds`: what took longer than all of them.
    package struct Counts: Hashable, Sendable {
        package let bounds: [Double]
        package private(set) var counts: [UInt64]
        /// In seconds.
        package private(set) var sum = 0.0

        package init(bounds: [Double] = Self.latencies) {
            self.bounds = bounds
            counts = Array(repeating: 0, count: bounds.count + 1)
        }

        /// From half a millisecond to ten seconds.
        package static let latencies = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

        package mutating func add(_ duration: Duration) {
            let seconds = duration / .seconds(1)
            counts[bounds.firstIndex { seconds <= $0 } ?? bounds.count] += 1
            sum += seconds
        }
    }

    private let state = Mutex(Counts())

    package init() {}

    package func add(_ duration: Duration) { state.withLock { $0.add(duration) } }

    package var counts: Counts { state.withLock { $0 } }
}
