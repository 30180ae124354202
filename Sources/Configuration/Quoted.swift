import Expressions

/// What somebody wrote, quoted for a message: cut at 40 characters, without what a terminal obeys.
func quoted(_ text: some StringProtocol) -> String { quotation(of: text) }
