using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>Turns YAML text into nodes that know their line, within limits no honest file reaches.</summary>
public sealed class YamlTree
{
    /// <summary>Deepest nesting.</summary>
    public const int Deepest = 32;

    /// <summary>Most nodes, aliases expanded.</summary>
    public const int MostNodes = 200_000;

    private readonly string file;
    private readonly Problems problems;
    private readonly IParser parser;
    private readonly Dictionary<string, InputNode> anchors = [];
    private int nodes;

    private YamlTree(string file, string text, Problems problems)
    {
        (this.file, this.problems) = (file, problems);
        parser = new SteadyParser(new Parser(new StringReader(text)));
    }

    /// <summary>Reads a file; null, with the reason noted, if it is not one YAML document.</summary>
    public static InputNode? Load(string path, Problems problems) =>
        InputFile.Read(path, problems) is { } text ? Parse(path, text, problems) : null;

    /// <summary>Parses text that came from a file; null, with the reason noted, if it is not one YAML document.</summary>
    public static InputNode? Parse(string path, string text, Problems problems)
    {
        if (YamlFaults.Tab(path, text) is { } tab)
        {
            problems.Add(tab);
            return null;
        }
        var tree = new YamlTree(path, text, problems);
        try
        {
            return tree.Document();
        }
        catch (YamlException e)
        {
            problems.Add(YamlFaults.Syntax(path, e));
        }
        catch (Refused e)
        {
            problems.Add(new InputProblem(e.Mark, "", null, e.Reason, e.Expected));
        }
        return null;
    }

    private InputNode? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _)) return Empty();
        parser.Consume<DocumentStart>();
        if (parser.Accept<Scalar>(out Scalar? only) && only.Value.Length == 0 && only.Style == ScalarStyle.Plain) return Empty();
        InputNode root = Node(1);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _)) throw new Refused(At(parser.Current!), new("aquí empieza un segundo documento", "a second document begins here"), new("un documento por archivo", "one document per file"));
        return root;
    }

    private InputNode? Empty()
    {
        problems.Add(new InputProblem(Mark.Whole(file), "", null, new("el archivo está vacío", "file is empty")));
        return null;
    }

    private InputNode Node(int depth)
    {
        ParsingEvent next = parser.Current!;
        if (depth > Deepest) throw new Refused(At(next), new($"anidado a más de {Deepest} niveles", $"nested deeper than {Deepest} levels"));
        Count(1, next);
        InputNode node;
        AnchorName anchor = AnchorName.Empty;
        switch (next)
        {
            case Scalar scalar:
                parser.MoveNext();
                (node, anchor) = (new ScalarNode(At(scalar), scalar.Value), scalar.Anchor);
                break;
            case AnchorAlias alias:
                parser.MoveNext();
                if (!anchors.TryGetValue(alias.Value.Value, out InputNode? target)) throw new Refused(At(alias), new($"el alias '*{alias.Value.Value}' no nombra un ancla anterior", $"alias '*{alias.Value.Value}' names no earlier anchor"));
                Count(target.Size - 1, alias);
                return target;
            case SequenceStart list:
                (node, anchor) = (List(depth), list.Anchor);
                break;
            case MappingStart map:
                (node, anchor) = (Map(depth), map.Anchor);
                break;
            default:
                throw new Refused(At(next), new("no es un valor", "not a value"));
        }
        if (!anchor.IsEmpty) anchors[anchor.Value] = node;
        return node;
    }

    private ListNode List(int depth)
    {
        Mark at = At(parser.Consume<SequenceStart>());
        var items = new List<InputNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new ListNode(at, items);
    }

    private MapNode Map(int depth)
    {
        Mark at = At(parser.Consume<MappingStart>());
        var entries = new List<MapEntry>();
        var seen = new Dictionary<string, Mark>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.TryConsume<Scalar>(out Scalar? key)) throw new Refused(At(parser.Current!), new("una clave debe ser una palabra simple", "a key must be a plain word"));
            Mark keyAt = At(key);
            Count(1, key);
            InputNode value = Node(depth + 1);
            if (seen.TryGetValue(key.Value, out Mark first))
                problems.Add(new InputProblem(keyAt, "", key.Value, new($"clave escrita dos veces; ya está en la línea {first.Line}", $"key written twice; it already stands in line {first.Line}")));
            else entries.Add(new MapEntry(key.Value, keyAt, value));
            seen.TryAdd(key.Value, keyAt);
        }
        return new MapNode(at, entries);
    }

    private void Count(int more, ParsingEvent at)
    {
        nodes += more;
        if (nodes > MostNodes || more > MostNodes) throw new Refused(At(at), new($"más de {MostNodes:N0} valores, con los alias expandidos", $"more than {MostNodes:N0} values, aliases expanded"));
    }

    private Mark At(ParsingEvent e) => new(file, (int)e.Start.Line, (int)e.Start.Column);

    private sealed class Refused(Mark mark, Bilingual reason, Bilingual? expected = null) : Exception
    {
        public Mark Mark { get; } = mark;
        public Bilingual Reason { get; } = reason;
        public Bilingual? Expected { get; } = expected;
    }
}
