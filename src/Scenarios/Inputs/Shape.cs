using System.Text.Json.Nodes;

namespace CorridorTwin.Scenarios.Inputs;

/// <summary>What may stand at a place of an input file. Declared once; checking, merging, help and the JSON Schema follow from it.</summary>
public abstract class Shape
{
    /// <summary>One or two words for the kind of value.</summary>
    public abstract Text Kind { get; }

    /// <summary>Notes what is wrong with a node and collects the figures in it.</summary>
    public abstract void Check(InputNode node, string path, Checking context);

    /// <summary>The JSON Schema of this shape.</summary>
    public abstract JsonObject Schema();

    /// <summary>The shapes inside, with the piece of path pattern that leads to each.</summary>
    public virtual IEnumerable<(string Step, Shape Shape, Field? Field)> Inside => [];

    /// <summary>One node laid over another. Values and lists replace; mappings merge key by key.</summary>
    public virtual InputNode Merge(InputNode lower, InputNode upper) => upper;

    /// <summary>Notes a node that is of another kind altogether.</summary>
    protected void WrongKind(InputNode node, string path, Checking context) => context.Problems.Add(
        node, path,
        node switch
        {
            MapNode => new("a mapping stands here", "aquí hay un mapa"),
            ListNode => new("a list stands here", "aquí hay una lista"),
            ScalarNode { Value: "" } => new("nothing stands here", "aquí no hay nada"),
            _ => new("a single value stands here", "aquí hay un solo valor"),
        },
        Kind);
}
