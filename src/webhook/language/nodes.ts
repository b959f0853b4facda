import nunjucks from 'nunjucks'

// Nunjucks' own declarations leave out its syntax tree. What is used of it, as its source has it:
declare module 'nunjucks' {
  namespace nodes {
    export class Node {
      constructor(lineno: number, colno: number, ...fields: unknown[])
      readonly lineno: number
      readonly colno: number
      get typename(): string
      get fields(): string[]
    }
    export class NodeList extends Node {
      constructor(lineno: number, colno: number, children: Node[])
      readonly children: Node[]
    }
    export class Root extends NodeList {}
    export class Output extends NodeList {}
    /** Brackets around several values: a tuple. */
    export class Group extends NodeList {}
    export class Pair extends Node {
      readonly key: Node
      readonly value: Node
    }
    export class Dict extends Node {
      constructor(lineno: number, colno: number, children: Pair[])
      readonly children: Pair[]
    }
    export class KeywordArgs extends Dict {}
    export class Literal extends Node {
      readonly value: string | bigint | number | boolean | null
    }
    export class TemplateData extends Node {
      readonly value: string
    }
    export class LookupVal extends Node {
      readonly target: Node
      readonly val: Node
    }
    export class FunCall extends Node {
      readonly name: Node
      readonly args: NodeList
    }
    export class If extends Node {
      readonly cond: Node
      readonly body: Node
      readonly else_: Node | null
    }
    export class InlineIf extends If {}
    export class BinOp extends Node {
      readonly left: Node
      readonly right: Node
    }
    export class Or extends BinOp {}
    export class And extends BinOp {}
    export class Add extends BinOp {}
    export class Sub extends BinOp {}
    export class Mul extends BinOp {}
    export class Div extends BinOp {}
    export class FloorDiv extends BinOp {}
    export class Mod extends BinOp {}
    export class Pow extends BinOp {}
    export class Concat extends BinOp {}
    export class UnaryOp extends Node {
      readonly target: Node
    }
    export class Not extends UnaryOp {}
    export class Neg extends UnaryOp {}
    export class Pos extends UnaryOp {}
    export class Compare extends Node {
      readonly expr: Node
      readonly ops: CompareOperand[]
    }
    export class CompareOperand extends Node {
      readonly expr: Node
      readonly type: string
    }
    export class Block extends Node {
      readonly name: string
      readonly body: Node
    }
  }
}

export type Node = nunjucks.nodes.Node
export type NodeList = nunjucks.nodes.NodeList
export type Root = nunjucks.nodes.Root
export type FunCall = nunjucks.nodes.FunCall
export type Pair = nunjucks.nodes.Pair

/** The syntax tree is nunjucks' own: stock nodes where Jinja's fit them, others in `own-nodes.ts`. */
export const nodes = nunjucks.nodes
