import NIOCore

extension KohortContext {
    /// Ends the connection of a sender who was refused in mid-body. Hummingbird goes on reading a body that nobody
    /// wants, for as long as it comes; some seconds are left so that the answer arrives before the end.
    func closeSoon(after delay: TimeAmount = .seconds(5)) {
        channel.eventLoop.scheduleTask(in: delay) { [channel] in channel.close(promise: nil) }
    }
}
