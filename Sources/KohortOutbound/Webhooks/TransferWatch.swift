import CCurl
import KohortCore
import Synchronization

/// What curl asks while it works: may it connect there, and is it to go on.
final class TransferWatch: Sendable {
    private let rules: AddressRules
    private let isOver = Atomic<Bool>(false)

    init(_ rules: AddressRules) { self.rules = rules }

    /// Breaks the transfer off; from any thread.
    func end() { isOver.store(true, ordering: .relaxed) }

    /// The watch in C's form, good for the time of the call.
    func lend<Answer>(_ body: (ccurl_watch) -> Answer) -> Answer {
        let watch = ccurl_watch(
            permits: { address, length, context in
                guard let address, let context else { return false }
                let found = NetworkAddress(UnsafeRawBufferPointer(start: address, count: length))
                return found.map(TransferWatch.at(context).rules.permits) ?? false
            },
            is_over: { context in
                context.map { TransferWatch.at($0).isOver.load(ordering: .relaxed) } ?? true
            },
            context: Unmanaged.passUnretained(self).toOpaque())
        return withExtendedLifetime(self) { body(watch) }
    }

    private static func at(_ context: UnsafeMutableRawPointer) -> TransferWatch {
        Unmanaged<TransferWatch>.fromOpaque(context).takeUnretainedValue()
    }
}
