import KohortCore

/// What may be done only so often, counted for all daemons of an installation together. Calls block.
package protocol SharedLimits: Sendable {
    /// Takes one of what may be done under a key, if at the end no more than `window` is taken; both in milliseconds.
    /// Nil, or how long to wait for the next, and then nothing is taken.
    func take(_ share: Double, of window: Double, under key: String, at now: Instant) throws -> Duration?
    /// Forgets the keys that have everything back.
    func sweep(at now: Instant) throws
}
