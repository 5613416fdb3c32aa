import Foundation

/// What is done about a transaction of which nothing remains although nothing is wrong with it: it is performed again.
package enum Interruption {
    /// In seconds, before each further attempt.
    private static let waits = [0.01, 0.05, 0.2]

    package static func retried<Answer>(_ body: () throws -> Answer) throws -> Answer {
        for wait in waits {
            do { return try body() } catch StoreFault.interrupted { Thread.sleep(forTimeInterval: wait) }
        }
        return try body()
    }
}
