import Dispatch
import Foundation
import Synchronization
import Testing

@testable import KohortOutbound

struct BlockingThreadsTests {
    @Test func `two threads let two jobs wait for each other`() async {
        let threads = BlockingThreads(count: 2)
        let (left, right) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let first = threads.run {
            left.signal()
            right.wait()
            return 1
        }
        async let second = threads.run {
            right.signal()
            left.wait()
            return 2
        }
        #expect(await [first, second] == [1, 2])
    }

    @Test func `no more jobs run at once than there are threads`() async {
        let threads = BlockingThreads(count: 2)
        let counts = Counts()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { await threads.run { counts.pass() } } }
        }
        #expect(counts.most <= 2)
    }

    @Test func `results come back to those who asked`() async {
        let threads = BlockingThreads(count: 3)
        let squares = await withTaskGroup(of: (Int, Int).self) { group in
            for number in 0..<100 { group.addTask { (number, await threads.run { number * number }) } }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(squares == Dictionary(uniqueKeysWithValues: (0..<100).map { ($0, $0 * $0) }))
    }

    @Test(.timeLimit(.minutes(15))) func `the threads end with their owner`() async throws {
        var threads: BlockingThreads? = BlockingThreads(count: 2)
        weak let jobs = threads?.jobs
        #expect(await threads?.run { 1 } == 1)
        #expect(jobs != nil)
        threads = nil
        while jobs != nil { try await Task.sleep(for: .milliseconds(1)) }
    }
}

private final class Counts: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func pass() {
        counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        Thread.sleep(forTimeInterval: 0.001)
        counts.withLock { $0.now -= 1 }
    }
}
