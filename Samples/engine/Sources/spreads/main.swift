// The engine as a library: a condition is compiled once, then asked of each quote.

import Expressions
import Scalars

let source = "ask - bid <= limit and (ask + bid) / 2 > 10"
let condition = try Expression(source, expecting: .boolean) { _ in FieldDeclaration(.number) }

let quotes = [
  ("NIFTY23NOV2624500CE", ["bid": "118.55", "ask": "119.05", "limit": "0.50"]),
  ("NIFTY23NOV2624550CE", ["bid": "91.90", "ask": "92.25", "limit": "0.30"]),
  ("NIFTY23NOV2625000CE", ["bid": "3.25", "ask": "3.30", "limit": "0.05"]),
  ("NIFTY23NOV2624600CE", ["bid": "69.35", "ask": "69.65"]),
]

for (symbol, quote) in quotes {
  let values = condition.fields.map { field -> Value in
    quote[field.path.description].flatMap { Number($0) }.map(Value.number) ?? .null
  }
  switch condition.evaluate(values.span) {
  case .boolean(let holds): print(symbol, holds ? "narrow" : "wide")
  case .failure(let failure): print(symbol, condition.error(for: failure).sentence)
  default: print(symbol, "unknown")
  }
}
