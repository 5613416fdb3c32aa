import NIOCore

extension KohortContext {
    /// Ends the connection of a sender who was refused in mid-body. Hummingbird goes on reading a body that nobody
    /// wants, for as long as it comes; `linger` is left so that the answer arrives before the end.
    func close(after linger: Duration) {
        channel.eventLoop.scheduleTask(in: TimeAmount(linger)) { [channel] in channel.close(promise: nil) }
    }
}
