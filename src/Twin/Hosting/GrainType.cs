using CorridorTwin.Twin.Grains;

namespace CorridorTwin.Twin.Hosting;

/// <summary>One kind of grain as a host sees it: states as objects.</summary>
public abstract class GrainType
{
    /// <summary>The four kinds of the twin.</summary>
    public static IReadOnlyList<GrainType> All { get; } = [Of<TruckGrain, TruckState>(), Of<LaneGrain, LaneState>(), Of<PostGrain, PostState>(), Of<AgencyGrain, AgencyState>()];

    /// <inheritdoc cref="IGrain{TState}.Kind"/>
    public abstract string Kind { get; }

    /// <inheritdoc cref="IGrain{TState}.Stays"/>
    public virtual bool Stays => false;

    /// <inheritdoc cref="IGrain{TState}.Initial"/>
    public abstract object Initial(string key);

    /// <inheritdoc cref="IGrain{TState}.Step"/>
    public abstract object Step(object state, GrainMessage message, long now, Effects effects);

    /// <inheritdoc cref="IGrain{TState}.Settle"/>
    public abstract object Settle(object state, Effects effects);

    /// <inheritdoc cref="IGrain{TState}.Resume"/>
    public abstract void Resume(object state, Effects effects);

    /// <inheritdoc cref="IGrain{TState}.IsEmpty"/>
    public abstract bool IsEmpty(object state);

    /// <summary>A state as it is kept.</summary>
    public abstract byte[] Write(object state);

    /// <summary>A state as it was kept.</summary>
    public abstract object Read(byte[] kept);

    /// <summary>The kind of a grain class.</summary>
    public static GrainType Of<TGrain, TState>()
        where TGrain : IGrain<TState>
        where TState : class => new Typed<TGrain, TState>();

    private sealed class Typed<TGrain, TState> : GrainType
        where TGrain : IGrain<TState>
        where TState : class
    {
        public override string Kind => TGrain.Kind;
        public override bool Stays => TGrain.Stays;
        public override object Initial(string key) => TGrain.Initial(key);
        public override object Step(object state, GrainMessage message, long now, Effects effects) => TGrain.Step((TState)state, message, now, effects);
        public override object Settle(object state, Effects effects) => TGrain.Settle((TState)state, effects);
        public override void Resume(object state, Effects effects) => TGrain.Resume((TState)state, effects);
        public override bool IsEmpty(object state) => TGrain.IsEmpty((TState)state);
        public override byte[] Write(object state) => GrainJson.Write((TState)state);
        public override object Read(byte[] kept) => GrainJson.Read<TState>(kept);
    }
}
