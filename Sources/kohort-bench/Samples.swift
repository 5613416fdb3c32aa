import Synchronization

/// Times that were measured, by callers at once.
final class Samples: Sendable {
    private let times = Mutex<[Duration]>([])

    func add(_ time: Duration) { times.withLock { $0.append(time) } }

    /// In milliseconds.
    var median: Double { at(0.5) }
    /// The 99th of a hundred, in milliseconds.
    var slowest: Double { at(0.99) }

    private func at(_ share: Double) -> Double {
        let sorted = times.withLock { $0.sorted() }
        guard !sorted.isEmpty else { return 0 }
        let time = sorted[Int(Double(sorted.count - 1) * share)]
        return (time / .microseconds(1)).rounded() / 1000
    }
}
