import KohortCore
import KohortStore
import Synchronization
import Tenancy

/// Hashes passwords on threads of its own, a few at a time: each takes 128 MiB and half a second, and more at once would
/// be an easy way to take the machine down.
package final class PasswordHashing: Sendable {
    /// More are asked for than are done soon.
    package struct Busy: Error { package init() {} }

    private let threads: Threads
    private let cost: ScryptCost
    /// How many may be under way or wait.
    private let most: Int
    private let taken = Atomic<Int>(0)
    /// What an unknown address is compared with, so that it takes as long as a known one.
    private let nobody: Mutex<PasswordHash?> = Mutex(nil)

    package init(cost: ScryptCost = .current, threads: Int = 2, waiting: Int = 8) {
        (self.cost, most) = (cost, threads + waiting)
        self.threads = Threads(name: "password", count: threads)
    }

    package func hash(_ password: String) async throws -> String {
        try await run { [cost] in try PasswordHash(of: password, cost: cost).text }
    }

    /// Whether the password is the one of a stored hash, and what to store in its place where it cost less than it does
    /// today. Without a stored hash the answer is no, after the same time.
    package func check(_ password: String, against stored: String?) async throws -> (isRight: Bool, renewed: String?) {
        try await run { [self] in
            let known = stored.flatMap { PasswordHash($0) }
            let isRight = try (known ?? stranger()).matches(password) && known != nil
            guard isRight, known?.cost != cost else { return (isRight, nil) }
            return (true, try PasswordHash(of: password, cost: cost).text)
        }
    }

    private func stranger() throws -> PasswordHash {
        try nobody.withLock { kept in
            if let kept { return kept }
            let made = try PasswordHash(of: Secret().text, cost: cost)
            kept = made
            return made
        }
    }

    private func run<Answer: Sendable>(_ work: @escaping @Sendable () throws -> Answer) async throws -> Answer {
        defer { taken.subtract(1, ordering: .acquiringAndReleasing) }
        guard taken.add(1, ordering: .acquiringAndReleasing).newValue <= most else { throw Busy() }
        return try await threads.run { _ in try work() }
    }
}
