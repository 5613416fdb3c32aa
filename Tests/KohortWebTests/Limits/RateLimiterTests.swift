import KohortCore
import Testing

@testable import KohortWeb

struct RateLimiterTests {
    private let limit = RateLimit(3, each: .seconds(60))
    private func at(_ seconds: Int) -> Instant { noon.adding(.seconds(seconds)) }

    @Test func `so many are let through, and the next is told how long to wait`() {
        let limiter = RateLimiter()
        for _ in 1...3 { #expect(limiter.take(limit, of: "apply", by: "a", at: noon) == nil) }
        #expect(limiter.take(limit, of: "apply", by: "a", at: noon) == .seconds(20))
        #expect(limiter.take(limit, of: "apply", by: "a", at: at(19)) == .seconds(1))
    }

    @Test func `what was waited for is given, and what was refused has cost nothing`() {
        let limiter = RateLimiter()
        for _ in 1...9 { _ = limiter.take(limit, of: "apply", by: "a", at: noon) }
        #expect(limiter.take(limit, of: "apply", by: "a", at: at(20)) == nil)
        #expect(limiter.take(limit, of: "apply", by: "a", at: at(20)) == .seconds(20))
        for _ in 1...3 { #expect(limiter.take(limit, of: "apply", by: "a", at: at(200)) == nil) }
    }

    @Test func `nobody waits for somebody else, nor for another thing`() {
        let limiter = RateLimiter()
        for _ in 1...4 { _ = limiter.take(limit, of: "apply", by: "a", at: noon) }
        #expect(limiter.take(limit, of: "apply", by: "a", at: noon) != nil)
        #expect(limiter.take(limit, of: "apply", by: "b", at: noon) == nil)
        #expect(limiter.take(limit, of: "sign-in", by: "a", at: noon) == nil)
    }

    @Test func `a clock that goes back an hour stops nobody for an hour, and a second back frees nobody`() {
        let limiter = RateLimiter()
        for _ in 1...4 { _ = limiter.take(limit, of: "apply", by: "a", at: at(3600)) }
        #expect(limiter.take(limit, of: "apply", by: "a", at: at(3599)) != nil)
        #expect(limiter.take(limit, of: "apply", by: "a", at: noon) == nil)
        for _ in 1...3 { _ = limiter.take(limit, of: "apply", by: "a", at: noon) }
        #expect(limiter.take(limit, of: "apply", by: "a", at: noon) == .seconds(20))
    }

    @Test func `many fall into one millisecond`() {
        let (limiter, limit) = (RateLimiter(), RateLimit(5000, each: .seconds(1)))
        let passed = (1...6000).filter { _ in limiter.take(limit, of: "apply", by: "a", at: noon) == nil }.count
        #expect((1000...5000).contains(passed))
    }

    @Test func `the memory is bounded, and a flood of newcomers frees nobody who is stopped`() {
        let limiter = RateLimiter(capacity: 100)
        for _ in 1...3 { _ = limiter.take(limit, of: "apply", by: "stopped", at: noon) }
        for number in 1...1000 {
            #expect(limiter.take(limit, of: "apply", by: "\(number)", at: at(1)) == nil)
            #expect(limiter.count <= 100)
        }
        #expect(limiter.take(limit, of: "apply", by: "stopped", at: at(1)) != nil)
    }
}
