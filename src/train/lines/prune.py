"""Cuts a text recognition model down to the characters of Japanese office writing.

    python prune.py --model PP-OCRv6_rec_small.onnx --out lines.onnx --characters lines.txt

Keeps the classes whose character JIS X 0208 (as in CP932) has, the blank first and the space last; one
channel in place of three equal ones; softmax left out; weights in half precision, which the model turns back
when it is loaded. `lines.txt` holds one character a line, in the order of the classes after the blank.
"""

import argparse
import pathlib

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALLEST_HALVED = 64


def in_cp932(character):
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return len(character) == 1


def producer(graph, output):
    return next(node for node in graph.node if output in node.output)


def constant(graph, name):
    for tensor in graph.initializer:
        if tensor.name == name:
            return tensor, numpy_helper.to_array(tensor)
    return None, None


def cut_classes(graph, count, keep):
    """Takes the classes that are not kept out of the last layer's weights and bias; gives its output."""
    node = producer(graph, graph.output[0].name)
    while node.op_type != "Softmax":
        node = producer(graph, node.input[0])
    logits = node.input[0]
    node, cut = producer(graph, logits), 0
    while cut < 2:
        weights = [constant(graph, name) for name in node.input]
        for tensor, values in weights:
            if tensor is not None and values.ndim and values.shape[-1] == count:
                tensor.CopyFrom(numpy_helper.from_array(numpy.ascontiguousarray(values[..., keep]), tensor.name))
                cut += 1
        node = producer(graph, next(n for n in node.input if constant(graph, n)[0] is None)) if cut < 2 else node
    return logits


def one_channel(graph):
    """Sums the first layer's weights over its three inputs: the picture is grey."""
    first = next(n for n in graph.node if graph.input[0].name in n.input)
    tensor, values = constant(graph, first.input[1])
    assert first.op_type == "Conv" and values.shape[1] == 3, first.op_type
    tensor.CopyFrom(numpy_helper.from_array(values.sum(1, keepdims=True), tensor.name))
    graph.input[0].type.tensor_type.shape.dim[1].dim_value = 1


def halved(graph):
    casts = []
    for tensor in graph.initializer:
        if tensor.data_type == TensorProto.FLOAT:
            values = numpy_helper.to_array(tensor)
            if values.size >= SMALLEST_HALVED:
                name = tensor.name
                tensor.CopyFrom(numpy_helper.from_array(values.astype(numpy.float16), name + "_half"))
                casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    for cast in reversed(casts):
        graph.node.insert(0, cast)


def constants_as_initializers(graph):
    for node in [n for n in graph.node if n.op_type == "Constant"]:
        tensor = node.attribute[0].t
        tensor.name = node.output[0]
        graph.initializer.append(tensor)
        graph.node.remove(node)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", type=pathlib.Path, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    options.add_argument("--characters", type=pathlib.Path, required=True)
    given = options.parse_args()
    model = onnx.load(given.model)
    graph = model.graph
    properties = {p.key: p.value for p in model.metadata_props}
    characters = properties["character"].split("\n")
    while characters and not characters[-1]:
        characters.pop()
    characters.append(" ")
    kept = [i for i, c in enumerate(characters) if in_cp932(c)]
    keep = numpy.array([0] + [1 + i for i in kept])
    constants_as_initializers(graph)
    logits = cut_classes(graph, len(characters) + 1, keep)
    one_channel(graph)
    halved(graph)
    del graph.output[:]
    del graph.value_info[:]
    graph.output.append(helper.make_tensor_value_info(logits, TensorProto.FLOAT, None))
    del model.metadata_props[:]
    needed, nodes = {logits}, []
    for node in reversed(graph.node):
        if needed & set(node.output):
            needed |= set(node.input)
            nodes.insert(0, node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.save(model, given.out)
    given.characters.write_text("\n".join(characters[i] for i in kept) + "\n", encoding="utf-8")
    print(f"{len(characters)} characters, {len(kept)} kept, {given.out.stat().st_size} bytes, output {logits}")


if __name__ == "__main__":
    main()
