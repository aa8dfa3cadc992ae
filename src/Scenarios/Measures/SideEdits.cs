using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Draws;

namespace CorridorTwin.Scenarios.Measures;

/// <summary>Edits of the model's records that keep every object in which nothing changed.</summary>
public static class SideEdits
{
    /// <summary>The model with each side put through a function; the same model if no side changed.</summary>
    public static CorridorModel EditSides(this CorridorModel model, Func<BorderPost, SideProcedure, SideProcedure> edit)
    {
        IReadOnlyList<BorderPost> posts = Map(model.Posts, post =>
        {
            IReadOnlyList<SideProcedure> sides = Map(post.Sides, side => edit(post, side));
            return ReferenceEquals(sides, post.Sides) ? post : post with { Sides = sides };
        });
        return ReferenceEquals(posts, model.Posts) ? model : model with { Posts = posts };
    }

    /// <summary>The stage of a kind, or null where it is not performed.</summary>
    public static Stage? StageOf(this SideProcedure side, StageKind kind) => side.Stages.FirstOrDefault(s => s.Kind == kind);

    /// <summary>The side with every stage of a kind put through a function.</summary>
    public static SideProcedure EditStage(this SideProcedure side, StageKind kind, Func<Stage, Stage> edit)
    {
        IReadOnlyList<Stage> stages = Map(side.Stages, s => s.Kind == kind ? edit(s) : s);
        return ReferenceEquals(stages, side.Stages) ? side : side with { Stages = stages };
    }

    /// <summary>The side with every station put through a function.</summary>
    public static SideProcedure EditStations(this SideProcedure side, Func<StationSpec, StationSpec> edit)
    {
        IReadOnlyList<StationSpec> stations = Map(side.Stations, edit);
        return ReferenceEquals(stations, side.Stations) ? side : side with { Stations = stations };
    }

    /// <summary>The stage with the times of an operation multiplied, on paper and in advance; the same if it does not perform it.</summary>
    public static Stage ScaleTimes(this Stage stage, Operation operation, double factor)
    {
        if (stage.Service.TryGetValue(operation, out Distribution? paper)) stage = stage with { Service = stage.Service.With(operation, paper.Scale(factor)) };
        return stage.ServiceInAdvance.TryGetValue(operation, out Distribution? inAdvance)
            ? stage with { ServiceInAdvance = stage.ServiceInAdvance.With(operation, inAdvance.Scale(factor)) } : stage;
    }

    /// <summary>The dictionary with one value set.</summary>
    public static IReadOnlyDictionary<TKey, TValue> With<TKey, TValue>(this IReadOnlyDictionary<TKey, TValue> values, TKey key, TValue value)
        where TKey : notnull => new Dictionary<TKey, TValue>(values) { [key] = value };

    private static IReadOnlyList<T> Map<T>(IReadOnlyList<T> items, Func<T, T> edit)
        where T : class
    {
        T[]? changed = null;
        for (int i = 0; i < items.Count; i++)
        {
            T item = edit(items[i]);
            if (ReferenceEquals(item, items[i])) continue;
            changed ??= [.. items];
            changed[i] = item;
        }
        return changed ?? items;
    }
}
