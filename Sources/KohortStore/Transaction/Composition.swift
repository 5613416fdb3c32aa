/// What makes a bare database a tenant's store: its schema, who may do what, and how modules are joined.
package struct Composition: Sendable {
    package let schema: Schema
    package let authority: Authority
    package let reactions: Reactions
    package let ports: Ports

    package init(schema: Schema, authority: Authority, reactions: Reactions = Reactions(), ports: Ports = Ports()) {
        (self.schema, self.authority, self.reactions, self.ports) = (schema, authority, reactions, ports)
    }
}
