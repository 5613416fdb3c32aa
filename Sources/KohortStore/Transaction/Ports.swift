/// Questions that modules ask of each other without knowing each other: one value per port type, set by the
/// composition.
package struct Ports: Sendable {
    private var byType: [ObjectIdentifier: any Sendable] = [:]

    package init() {}

    package mutating func answer<Port: Sendable>(_ port: Port) { byType[ObjectIdentifier(Port.self)] = port }

    package func get<Port: Sendable>(_ type: Port.Type) throws -> Port {
        guard let port = byType[ObjectIdentifier(type)] as? Port else {
            throw StoreFault.statement("no one answers the port \(type)")
        }
        return port
    }
}
