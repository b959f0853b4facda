import { type FunCall, type Node, type NodeList, nodes } from './nodes.ts'

// What Jinja's language has and nunjucks' syntax tree lacks, or has with fewer fields.

/** A variable. */
export class Name extends nodes.Node {
  declare readonly value: string
  override get typename() {
    return 'Name'
  }
  override get fields() {
    return ['value']
  }
}

/** `[a, b]`. */
export class List extends nodes.NodeList {
  override get typename() {
    return 'List'
  }
}

/** `{% set target = value %}`. */
export class Assign extends nodes.Node {
  declare readonly target: Node
  declare readonly value: Node
  override get typename() {
    return 'Assign'
  }
  override get fields() {
    return ['target', 'value']
  }
}

/** `value[start:stop:step]`. */
export class Slice extends nodes.Node {
  declare readonly start: Node | null
  declare readonly stop: Node | null
  declare readonly step: Node | null
  override get typename() {
    return 'Slice'
  }
  override get fields() {
    return ['start', 'stop', 'step']
  }
}

/** `value.name`: first what the value can do, then its key. The brackets of `LookupVal` ask in the other order. */
export class Attribute extends nodes.Node {
  declare readonly target: Node
  declare readonly attribute: string
  override get typename() {
    return 'Attribute'
  }
  override get fields() {
    return ['target', 'attribute']
  }
}

/** `*values` (1) or `**values` (2) in a call. */
export class Spread extends nodes.Node {
  declare readonly value: Node
  declare readonly stars: 1 | 2
  override get typename() {
    return 'Spread'
  }
  override get fields() {
    return ['value', 'stars']
  }
}

/** `value|name(args)`; without a value it takes what a block captured. */
export class NamedFilter extends nodes.Node {
  declare readonly target: Node | null
  declare readonly filter: string
  declare readonly args: NodeList
  override get typename() {
    return 'NamedFilter'
  }
  override get fields() {
    return ['target', 'filter', 'args']
  }
}

/** `value is name(args)`. */
export class NamedTest extends nodes.Node {
  declare readonly target: Node
  declare readonly test: string
  declare readonly args: NodeList
  override get typename() {
    return 'NamedTest'
  }
  override get fields() {
    return ['target', 'test', 'args']
  }
}

/** `{% for target in iter if test recursive %}`. */
export class Loop extends nodes.Node {
  declare readonly target: Node
  declare readonly iter: Node
  declare readonly test: Node | null
  declare readonly recursive: boolean
  declare readonly body: Node
  declare readonly otherwise: Node | null
  override get typename() {
    return 'Loop'
  }
  override get fields() {
    return ['target', 'iter', 'test', 'recursive', 'body', 'otherwise']
  }
}

/** A parameter of a macro. */
export class Parameter extends nodes.Node {
  declare readonly name: string
  declare readonly fallback: Node | null
  override get typename() {
    return 'Parameter'
  }
  override get fields() {
    return ['name', 'fallback']
  }
}

/** `{% macro name(parameters) %}`, and what `{% call %}` hands to a macro. */
export class Macro extends nodes.Node {
  declare readonly name: string
  declare readonly parameters: readonly Parameter[]
  declare readonly body: Node
  override get typename() {
    return 'Macro'
  }
  override get fields() {
    return ['name', 'parameters', 'body']
  }
}

/** `{% call(parameters) name(args) %}`. */
export class CallBlock extends nodes.Node {
  declare readonly call: FunCall
  declare readonly caller: Macro
  override get typename() {
    return 'CallBlock'
  }
  override get fields() {
    return ['call', 'caller']
  }
}

/** `{% filter … %}`: what it prints goes through filters. */
export class FilterBlock extends nodes.Node {
  declare readonly filter: NamedFilter
  declare readonly body: Node
  override get typename() {
    return 'FilterBlock'
  }
  override get fields() {
    return ['filter', 'body']
  }
}

/** `{% set name %}…{% endset %}`. */
export class SetBlock extends nodes.Node {
  declare readonly target: Node
  declare readonly filter: NamedFilter | null
  declare readonly body: Node
  override get typename() {
    return 'SetBlock'
  }
  override get fields() {
    return ['target', 'filter', 'body']
  }
}

/** `name.attribute` on the left of a `set`. */
export class NamespaceTarget extends nodes.Node {
  declare readonly name: string
  declare readonly attribute: string
  override get typename() {
    return 'NamespaceTarget'
  }
  override get fields() {
    return ['name', 'attribute']
  }
}

/** `{% with a = 1 %}`, and any other body with names of its own. */
export class With extends nodes.Node {
  declare readonly targets: readonly Node[]
  declare readonly values: readonly Node[]
  declare readonly body: Node
  override get typename() {
    return 'With'
  }
  override get fields() {
    return ['targets', 'values', 'body']
  }
}

/** A block of a template that others could extend; here it prints where it stands. */
export class NamedBlock extends nodes.Node {
  declare readonly name: string
  declare readonly scoped: boolean
  declare readonly required: boolean
  declare readonly body: Node
  override get typename() {
    return 'NamedBlock'
  }
  override get fields() {
    return ['name', 'scoped', 'required', 'body']
  }
}

/** `include`, `import`, `from` and `extends`: there are no other templates, as in Prefect. */
export class OtherTemplate extends nodes.Node {
  override get typename() {
    return 'OtherTemplate'
  }
  override get fields() {
    return []
  }
}
