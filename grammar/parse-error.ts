// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts speak of variables, and are no templates.
/**
 * What the parser reports: PowerShell's error ids with their texts. `{0}`, `{1}` stand for what the place fills in.
 * The texts are those that the real parser prints in en-US.
 */
export const parseErrorTexts = {
  AmpersandNotAllowed:
    'The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.',
  BadNumericConstant: "The numeric constant {0} is not valid.",
  ControlLeavingFinally: "Flow of control cannot leave a Finally block.",
  DuplicateFormalParameter: "Duplicate parameter ${0} in parameter list.",
  DuplicateKeyInHashLiteral: "Duplicate keys '{0}' are not allowed in hash literals.",
  DuplicateNamedArgument: "Duplicate named arguments '{0}' are not allowed.",
  DuplicateQualifier: "Duplicate '{0}' qualifier",
  DuplicateScriptCommandClause: "Script command clause '{0}' has already been defined.",
  EmptyCatchNotLast: "Catch block must be the last catch block.",
  EmptyPipeElement: "An empty pipe element is not allowed.",
  EmptyPipelineChainElement: "A pipeline chain operator must be followed by a pipeline.",
  EmptyVariableReference: "An empty ${} variable reference was found. A name is required inside the braces.",
  EndSquareBracketExpectedAtEndOfType: "Missing ] at end of type token.",
  EndSquareBracketExpectedAtEndOfAttribute: "Missing ] at end of attribute or type literal.",
  ErrorLoadingAssembly: "Cannot load assembly '{0}'.",
  ExceptionTypeAlreadyCaught: "Exception type {0} is already handled by a previous handler.",
  ExpectedExpression: "An expression was expected after '{0}'.",
  ExpectedValueExpression: "You must provide a value expression following the '{0}' operator.",
  ExpressionsMustBeFirstInPipeline: "Expressions are only allowed as the first element of a pipeline.",
  IfStatementMissingCondition: "Missing condition in if statement after '{0} ('.",
  IncompleteDollarSubexpressionReference: "$(subexpression) is missing the closing ')'.",
  IncompleteDollarVariableReference: "${{variable}} reference starting is missing the closing '}}'.",
  IncompleteHashLiteral: "The hash literal was incomplete.",
  IncompleteMemberDefinition: "Missing a property name or method definition.",
  IncompleteString: "Incomplete string token.",
  InvalidBracedVariableReference: "Variable reference is not valid. The variable name is missing.",
  InvalidEndOfLine: "The token '{0}' is not a valid statement separator in this version.",
  InvalidForeachFlag: "The parameter {0} is not valid for the foreach statement.",
  InvalidFunctionParameter:
    "Parameter declarations are a comma-separated list of variable names with optional initializer expressions.",
  InvalidLeftHandSide:
    "The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.",
  InvalidNamespaceValue: "The specified namespace in the 'using' statement contains invalid characters.",
  InvalidParameterForDataSectionStatement:
    'The "{0}" parameter of the Data section is not valid. The valid Data section parameter is SupportedCommand.',
  InvalidSwitchFlag: "The parameter {0} is not valid for the switch statement.",
  InvalidUnicodeEscapeSequence:
    "The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'.",
  InvalidUnicodeEscapeSequenceValue:
    "The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF.",
  InvalidUsingExpression: "Expression is not allowed in a Using expression.",
  InvalidValueForUsingItemName: "'{0}' is not a valid value for using name.",
  InvalidVariableReference:
    "Variable reference is not valid. '$' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
  InvalidVariableReferenceWithDrive:
    "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
  KeywordParameterReservedForFutureUse: "The {0} '-{1}' parameter is reserved for future use.",
  MissingArgument: "Missing argument in parameter list.",
  MissingArrayIndexExpression: "Array index expression is missing or not valid.",
  MissingBaseCtorCall: "Missing 'base' after ':' in a base class constructor call.",
  MissingCatchHandlerBlock: "The Catch block is missing its statement block.",
  MissingCatchOrFinally: "The Try statement is missing its Catch or Finally block.",
  MissingColonInTernaryExpression: "Missing ':' in the ternary expression.",
  MissingCurlyBraceInSwitchStatement: "Missing '{' in switch statement.",
  MissingEndCurlyBrace: "Missing closing '}' in statement block or type definition.",
  MissingEndParenthesisAfterForeach:
    "Missing closing ')' after expression part of foreach loop.\nThe correct form is: foreach ($a in $b) {...}",
  MissingEndParenthesisAfterStatement: "Missing closing ')' after expression in '{0}' statement.",
  MissingEndParenthesisInExpression: "Missing closing ')' in expression.",
  MissingEndParenthesisInFunctionParameterList: "Missing ')' in function parameter list.",
  MissingEndParenthesisInMethodCall: "Missing ')' in method call.",
  MissingEndParenthesisInSubexpression: "Missing closing ')' in subexpression.",
  MissingEndParenthesisInSwitchStatement: "Missing ')' after expression in switch statement.",
  MissingEndSquareBracket: "Missing ']' after array index expression.",
  /** Before 3.0 only: later an argument without a value is `$true`. */
  MissingEqualsInNamedArgument: 'The "=" operator is missing after a named argument.',
  MissingEqualsInHashLiteral: "Missing '=' operator after key in hash literal.",
  MissingEqualsInUsingAlias: "Missing '=' operator",
  MissingExpression: "Missing expression after '{0}' in pipeline element.",
  MissingExpressionAfterKeyword: "Missing expression after '{0}' in loop.",
  MissingExpressionAfterOperator: "Missing expression after unary operator '{0}'.",
  MissingExpressionAfterToken: "Missing expression after '{0}'.",
  MissingExpressionInNamedArgument: "Missing statement after '=' in named argument.",
  MissingFileSpecification: "Missing file specification after redirection operator.",
  MissingFilenameOption:
    "Cannot process the 'switch' statement because of a missing file name argument to the -file option.",
  MissingFinallyStatementBlock: "The Finally block is missing its statement block.",
  MissingForeachExpression: "Missing expression in foreach loop.\nThe correct form is: foreach ($a in $b) {...}",
  MissingForeachStatement: "Missing statement body in foreach loop.\nThe correct form is: foreach ($a in $b) {...}",
  MissingFunctionBody: "Missing function body in function declaration.",
  MissingInInForeach: "Missing 'in' after variable in foreach loop.\nThe correct form is: foreach ($a in $b) {...}",
  MissingLoopStatement: "Missing statement body in {0} loop.",
  MissingMethodParameterList: "Missing '(' in class method parameter list.",
  MissingNameAfterKeyword: "Missing name after {0} keyword.",
  MissingNamedBlocks: "unexpected token '{0}', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'.",
  MissingNamedStatementBlock: "Missing statement block after '{0}'.",
  MissingOpenParenthesisAfterKeyword: "Missing opening '(' after keyword '{0}'.",
  MissingOpenParenthesisInIfStatement: "Missing '(' after '{0}' in if statement.",
  MissingPropertyName: "Missing property name after reference operator.",
  MissingPropertyTerminator: "Missing ';' or end-of-line in property definition.",
  MissingStatementAfterKeyword: "Missing statement block after '{0}' keyword.",
  MissingStatementBlock: "Missing statement block after {0} ( condition ).",
  MissingStatementBlockAfterElse: "Missing statement block after 'else' keyword.",
  MissingStatementBlockForDataSection: "The Data section is missing its statement block.",
  MissingStatementInHashLiteral: "Missing statement after '=' in hash literal.",
  MissingStatementTerminator: "Missing a newline or semicolon.",
  MissingSwitchConditionExpression: "Missing condition in switch statement clause.",
  MissingSwitchStatementClause: "Missing statement block in switch statement clause.",
  MissingTerminatorMultiLineComment: "The terminator '#>' is missing from the multiline comment.",
  MissingThrottleLimit: "The throttle limit is missing.",
  MissingTrapStatement: "The 'trap' statement was incomplete. A trap statement requires a body.",
  MissingTryStatementBlock: "The Try statement is missing its statement block.",
  MissingTypeBody: "Missing '{0}' body in '{0}' declaration.",
  MissingTypeLiteralToken: "Missing type literal.",
  MissingTypename: "Missing type name after '['.",
  MissingUsingItemName: "Missing using name",
  MissingUsingStatementDirective: "Missing using directive",
  MissingValueForSupportedCommandInDataSectionStatement:
    "The SupportedCommand parameter of the Data section is missing a value. Supply a cmdlet or function name to the parameter.",
  MissingVariableNameAfterForeach:
    "Missing variable name after foreach.\nThe correct form is: foreach ($a in $b) {...}",
  MissingWhileOrUntilInDoWhile: "Missing while or until keyword in do loop.",
  ModuleNotFoundDuringParse: "Could not find the module '{0}'.",
  MultipleSwitchDefaultClauses: "A switch statement can have only one default clause.",
  OnlyOneParameterListAllowed:
    "The param statement cannot be used if arguments were specified in the function declaration.",
  OpenBraceNeedsToBeBackTickedInVariableName: "Use `{ instead of { in variable names.",
  OperatorRequiresVariableOrProperty: "The '{0}' operator works only on variables or on properties.",
  OrderedAttributeOnlyOnHashLiteralNode: "The {0} attribute can be specified only on a hash literal node.",
  ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock: "Attribute argument must be a constant or a script block.",
  ParameterCannotHaveArgument: "Parameter {0} cannot have an argument.",
  ParameterRequiresArgument: "Parameter {0} requires an argument.",
  PipelineValueRequired: "A switch statement must have one of the following:  '-file file_name' or '( expression )'.",
  RedirectionNotSupported: "The '{0}' operator is reserved for future use.",
  RequiresPSEditionInvalid:
    "The argument for the psedition parameter is not valid. Specify a valid PowerShell edition.",
  RequiresVersionInvalid:
    "The argument for the Version parameter is not valid. Specify a valid PowerShell version, in the format major.minor version.",
  ReservedKeywordNotAllowed: "The '{0}' keyword is not supported in this version of the language.",
  ScriptRequiresInvalidFormat:
    'Cannot process the #requires statement because it is not in the correct format.\nThe #requires statement must be in one of the following formats:\n "#requires -shellid <shellID>"\n "#requires -version <major.minor>"\n "#requires -psedition <edition>"\n "#requires -pssnapin <psSnapInName> [-version <major.minor>]"\n "#requires -modules <ModuleSpecification>"\n "#requires -runasadministrator"',
  ScriptTooComplicated: "The script is too complicated to be parsed.",
  SplattingNotPermitted:
    "The splatting operator '@' cannot be used to reference variables in an expression. '@{0}' can be used only as an argument to a command. To reference variables in an expression use '${0}'.",
  SplattingNotPermittedInArgumentList:
    "Splatted variables like '@{0}' cannot be part of a comma-separated list of arguments.",
  StreamAlreadyRedirected: "The {0} stream for this command is already redirected.",
  TerminatorExpectedAtEndOfString: "The string is missing the terminator: {0}.",
  ThrottleLimitRequiresParallelFlag:
    "The ThrottleLimit parameter is only supported on foreach statements that use the Parallel parameter.",
  TooManyDigitsInUnicodeEscapeSequence:
    "The Unicode escape sequence contains more than the maximum of six hex digits between braces.",
  TypeNameExpected: "Type name expected.",
  TypeNotAllowedBeforeStatement: "Unexpected type [{0}] was found before statement.",
  UnexpectedAttribute: "Unexpected attribute '{0}'.",
  UnexpectedCharactersAfterHereStringHeader:
    "No characters are allowed after a here-string header but before the end of the line.",
  UnexpectedKeyword: "Unexpected keyword '{0}'.",
  UnexpectedToken: "Unexpected token '{0}' in expression or statement.",
  UnrecognizedToken: "Unrecognized token in source text.",
  MissingNamespaceAlias: "Missing namespace alias",
  UsingStatementNotSupported: "This syntax of the 'using' statement is not supported.",
  UsingMustBeAtStartOfScript: "A 'using' statement must appear before any other statements in a script.",
  WhitespaceBeforeHereStringFooter: "White space is not allowed before the string terminator.",
  WorkflowNotSupportedInPowerShellCore: "Workflow is not supported in PowerShell 6+.",
} as const;

/** The id of a parse error. */
export type ParseErrorId = keyof typeof parseErrorTexts;

/** One error of a parse. */
export interface ParseError {
  readonly id: ParseErrorId;
  readonly message: string;
  /** UTF-16 offsets, `end` exclusive. At the end of the text both may stand one behind it. */
  readonly start: number;
  readonly end: number;
  /** More text could make it right: a console asks for another line. */
  readonly incomplete: boolean;
}
