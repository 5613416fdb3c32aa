import KohortWeb
import Recruitment
import Tenancy

extension SentApplication {
    /// This step's answers within the whole application, with a press on the wishes done.
    func laid(over rest: Form, at step: ApplicationStep) -> SentApplication {
        var whole = self
        whole.form = form.laid(over: rest, at: step)
        if step == .wishes, let press = WishPress(form) { whole.form = whole.form.pressed(press) }
        return whole
    }
}

extension Form {
    private static let controls = ["intent", "step", "removed", "kept"]

    /// What one step sent, laid over what there was before it.
    fileprivate func laid(over rest: Form, at step: ApplicationStep) -> Form {
        var form = rest.without(step.fields)
        for name in step.fields + Self.controls {
            for value in list(name) { form.add(value, to: name) }
        }
        return form
    }

    fileprivate func pressed(_ press: WishPress) -> Form {
        var form = without(["wishes", "intent"])
        for wish in press.applied(to: list("wishes")) { form.add(wish, to: "wishes") }
        form.add("keep", to: "intent")
        return form
    }

    private func without(_ left: [String]) -> Form {
        var form = Form()
        for name in names where !left.contains(name) {
            for value in list(name) { form.add(value, to: name) }
        }
        return form
    }

    /// Which step a form is of; nil for one that brings all of an application at once.
    var step: ApplicationStep? { ApplicationStep(rawValue: text("step")) }
}

extension OwnCandidacy.Answer {
    /// The application as its form would send it.
    var form: Form { Form(CandidacyForm(candidacy, wishes: wishes.map(\.demand))) }
}
