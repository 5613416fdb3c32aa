import KohortCore

extension Permission {
    package static let writeProject = Permission("delivery.project.write")
    package static let assessProject = Permission("delivery.project.assess")
    package static let readProject = Permission("delivery.project.read")
}
